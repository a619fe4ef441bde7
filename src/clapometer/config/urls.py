"""The addresses of a site."""

from django.urls import include, path

urlpatterns = [path("", include("clapometer.site.urls"))]
