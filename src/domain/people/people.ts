// People: accounts, sign-in, members with their roles, invitations, and the founding of organisations.
export { askPasswordReset, changeName, changePassword, resetPassword, signUp } from './accounts.ts'
export { addToCast, demonstrationMails, demonstrationPeople, demonstrationSignIn } from './demonstration.ts'
export { askEmailConfirmation, changeEmail, confirmEmail } from './emails.ts'
export { foundOrganisation } from './founding.ts'
export { history } from './history.ts'
export { acceptInvitation, invite, listInvitations, readInvitation, withdrawInvitation } from './invitations.ts'
export { changeRoles, listMembers, readMember, removeMember } from './members.ts'
export { resolveSession, session, signIn, signOut } from './sessions.ts'
