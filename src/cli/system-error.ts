const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EDQUOT: "the disk quota is used up",
  EFBIG: "no file may be that large here",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links go in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "there is no such file",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is no folder",
  ENXIO: "it is no regular file",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
};

/** Why the operating system refused, in words; undefined when the failure is not the operating system's. */
export function systemReason(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || !("syscall" in failure) || !("code" in failure)) return undefined;
  const code = String(failure.code);
  return REASONS[code] ?? `the system says ${code}`;
}

/** The reason for a failure of the operating system. @throws the failure itself when it is of another kind */
export function reasonOf(failure: unknown): string {
  const reason = systemReason(failure);
  if (reason === undefined) throw failure;
  return reason;
}
