/** Who may do what. */
export const permissionTableUrl = '/permission-table'
