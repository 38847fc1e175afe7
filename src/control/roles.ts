/** Each may do what those before it may. */
export const ROLES = ['none', 'viewer', 'reviewer', 'operator'] as const;

export type Role = (typeof ROLES)[number];

/**
 * The role that GitHub's permission API gives, by its `role_name`; null: no access, or no such user.
 * An organisation's own role names say nothing of what they allow, so they count as reading.
 */
export function roleOf(roleName: string | null): Role {
  switch (roleName) {
    case null:
    case 'none':
    case '':
      return 'none';
    case 'write':
      return 'reviewer';
    case 'maintain':
    case 'admin':
      return 'operator';
    default:
      return 'viewer';
  }
}

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
