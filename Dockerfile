# The server and the command `router`, on the framework's own image.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish Router.Server -c Release -o /app/server --nologo \
    && dotnet publish Router.Cli -c Release -o /app/cli --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the health check.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN printf '#!/bin/sh\nexec dotnet /app/cli/router.dll "$@"\n' > /usr/local/bin/router && chmod +x /usr/local/bin/router
# The settings and the dashboard are looked for in the working folder.
WORKDIR /app/server
USER $APP_UID
# gRPC; the dashboard, its hub and health.
EXPOSE 7600 7601
ENTRYPOINT ["dotnet", "/app/server/Router.Server.dll"]
