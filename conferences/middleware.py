"""The Content-Security-Policy of Django 6, for Django 5.2."""

from django.conf import settings


class ContentSecurityPolicyMiddleware:
    """Sends the policy that the setting SECURE_CSP spells."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(
            f"{directive} {' '.join(values)}" for directive, values in settings.SECURE_CSP.items()
        )

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response
