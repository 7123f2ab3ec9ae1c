/** Everything about a person that may be left empty, empty. */
export const blankPerson = {
  sex: null,
  birthDate: null,
  cardNumber: null,
  identityNumber: null,
  fileNumber: null,
  admittedOn: null,
  officialOn: null,
  job: '',
  politicalTheory: '',
  residenceCell: '',
  phone: '',
  note: '',
}
