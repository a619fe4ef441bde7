"""The addresses of signing in, of one's account, and of the members; each with who may open it."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.cache import never_cache

from .gate import admitting
from .roles import ADMIN, MEMBER, VISITOR
from .views import account, invitation, members, passkeys, proving, signing

# allauth leads to these by names of its own: account_login, account_request_login_code,
# account_confirm_login_code, mfa_login_webauthn.
_sign_in = never_cache(signing.SignIn.as_view())

urlpatterns = [
    *admitting(
        VISITOR,
        path("sign-in", _sign_in, name="account_login"),
        path("sign-in", _sign_in, name="account_request_login_code"),
        path("sign-in/code", signing.Code.as_view(), name="account_confirm_login_code"),
        path("sign-in/passkey", signing.PasskeySignIn.as_view(), name="mfa_login_webauthn"),
        path("sign-out", never_cache(signing.sign_out), name="sign_out"),
        path("invitation/<str:token>", never_cache(invitation.invitation), name="invitation"),
    ),
    *admitting(
        MEMBER,
        path("account", never_cache(account.account), name="account"),
        path("account/name", never_cache(account.rename), name="account_name"),
        path("account/prove", never_cache(proving.prove), name="prove"),
        path("account/passkeys/add", never_cache(passkeys.add), name="passkey_add"),
        path("account/passkeys/<int:number>/remove", never_cache(passkeys.remove),
             name="passkey_remove"),
        path("account/sign-out-everywhere", never_cache(account.sign_out_everywhere),
             name="sign_out_everywhere"),
        path("account/delete", never_cache(account.delete), name="account_delete"),
    ),
    *admitting(
        ADMIN,
        path("members", never_cache(members.listing), name="members"),
        path("members/invite", never_cache(members.invite_somebody), name="invite"),
        path("members/invitations/<int:number>/withdraw", never_cache(members.withdraw),
             name="invitation_withdraw"),
        path("members/<int:number>/role", never_cache(members.change_role), name="member_role"),
        path("members/<int:number>/remove", never_cache(members.remove), name="member_remove"),
    ),
]  # fmt: skip
