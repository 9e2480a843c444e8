"""Every public address."""

app_name = "conferences"

urlpatterns = []
