"""The addresses of a site, and the pages that stand in where there is none."""

from django.urls import include, path

urlpatterns = [
    path("", include("clapometer.site.urls")),
    path("", include("clapometer.accounts.urls")),
    path("", include("clapometer.desk.pages.urls")),
    path("", include("clapometer.alerts.pages.urls")),
]

handler400 = "clapometer.site.views.refusals.bad_request"
handler403 = "clapometer.site.views.refusals.forbidden"
handler429 = "clapometer.site.views.refusals.too_many"
handler404 = "clapometer.site.views.refusals.not_found"
handler500 = "clapometer.site.views.refusals.server_error"
