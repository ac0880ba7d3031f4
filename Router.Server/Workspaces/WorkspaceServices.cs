namespace Router.Server.Workspaces;

/// <summary>Registers the workspaces.</summary>
internal static class WorkspaceServices
{
    public static IServiceCollection AddWorkspaces(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceRegistry>();
        services.AddHostedService(p => p.GetRequiredService<WorkspaceRegistry>());
        return services;
    }
}
