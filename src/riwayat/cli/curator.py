"""`riwayat curator`: who may sign in to the site, and mend there."""

from __future__ import annotations

import os

import click

from riwayat.cli.options import HELP, debug
from riwayat.errors import RiwayatError

__all__ = ["curator"]

_VARIABLE = "RIWAYAT_PASSWORD"


class PasswordError(RiwayatError):
    """A password that the site does not take."""


class NoCuratorError(RiwayatError):
    """Nobody is called so."""


@click.command(context_settings=HELP)
@click.argument("name")
@click.option("--admin", is_flag=True, help="May use the administration under /admin/, too.")
@click.option("--stop", is_flag=True, help="May not sign in any more; what they corrected stays.")
@debug
def curator(name: str, admin: bool, stop: bool) -> int:
    """Let somebody sign in to the site as a curator, or give them a new password.

    The password is asked for, or taken from the environment variable RIWAYAT_PASSWORD.
    """
    from riwayat.cli.serve import site_settings

    site_settings()
    from django.contrib.auth import get_user_model
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    users = get_user_model().objects
    if stop:
        if not users.filter(username=name).update(is_active=False):
            raise NoCuratorError(f"{name}: no curator is called so")
        click.echo(f"{name} may not sign in any more")
        return 0
    password = os.environ.get(_VARIABLE) or click.prompt(
        "Password", hide_input=True, confirmation_prompt=True
    )
    user, new = users.get_or_create(username=name)
    try:
        validate_password(password, user)
    except ValidationError as error:
        if new:
            user.delete()
        raise PasswordError(" ".join(error.messages)) from None
    user.set_password(password)
    user.is_active = True
    if admin:
        user.is_staff = user.is_superuser = True
    user.save()
    click.echo(f"{name} may sign in{' and use /admin/' if user.is_superuser else ''}")
    return 0
