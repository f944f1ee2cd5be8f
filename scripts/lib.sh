# What scripts/demo and scripts/test share. Needs bash and python3 (3.11 or newer) with venv; nothing else.
# shellcheck shell=bash

say() { printf '%s\n' "· $*" >&2; }
die() {
  printf '%s\n' "riwayat: $*" >&2
  exit 1
}

# The first Python that is new enough; python3 first.
find_python() {
  local candidate
  for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

# set_up [EXTRA]: .venv with the project and that extra's packages; quick when nothing has changed.
set_up() {
  local extra="${1:-}" python stamp wanted log
  [ -n "${HOME:-}" ] || export HOME="$PWD/.venv"
  stamp=".venv/riwayat-setup${extra:+-$extra}"
  wanted="$(cksum <pyproject.toml) $PWD"
  if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] &&
    .venv/bin/python -c 'import riwayat' >/dev/null 2>&1; then
    return 0
  fi

  if ! [ -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python="$(find_python)" || die "Python 3.11 or newer is needed; found: $(python3 --version 2>&1 || echo none)"
    "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
      die "$python has no venv; on Debian or Ubuntu: apt-get install python3-venv"
    say "creating .venv with $("$python" --version 2>&1)"
    rm -rf .venv
    "$python" -m venv .venv || die "could not create .venv; on Debian or Ubuntu: apt-get install python3-venv"
  fi

  say "installing Riwayat and the packages it stands on (a minute or two the first time)"
  log=.venv/setup.log
  if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".${extra:+[$extra]}" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    die "installing failed; the whole of what pip said is in $log"
  fi
  printf '%s\n' "$wanted" >"$stamp"
}
