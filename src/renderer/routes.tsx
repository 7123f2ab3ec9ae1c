import { Redirect, Route, Switch } from 'wouter'
import { CellSettingsPage } from './cell/cell-settings-page.tsx'
import { MemberPage } from './members/member-page.tsx'
import { MembersPage } from './members/members-page.tsx'

/** Which address shows which screen. Features meet here and nowhere else. */
export function Routes() {
  return (
    <Switch>
      <Route path="/dang-vien">
        <MembersPage />
      </Route>
      <Route path="/dang-vien/them">
        <MemberPage id={null} />
      </Route>
      <Route path="/dang-vien/:id">{(params) => <MemberPage key={params.id} id={Number(params.id)} />}</Route>
      <Route path="/cai-dat">
        <CellSettingsPage />
      </Route>
      <Route>
        <Redirect to="/dang-vien" />
      </Route>
    </Switch>
  )
}
