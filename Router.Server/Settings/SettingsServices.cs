using Microsoft.Extensions.Options;

namespace Router.Server.Settings;

/// <summary>Registers options that are read from one section of the configuration and checked at start.</summary>
internal static class SettingsServices
{
    /// <summary>Reads a section into options. A value that cannot be read, or a key that does not exist, is a mistake like any other:
    /// it is reported at start together with all the others.</summary>
    /// <typeparam name="TOptions">Options with plain properties, each named like its key.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The section, such as <c>Router:Clock</c>.</param>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton<IConfigureOptions<TOptions>>(p => new SectionReader<TOptions>(p.GetRequiredService<IConfiguration>(), section));
        services.AddSingleton<IValidateOptions<TOptions>>(p => new SectionReader<TOptions>(p.GetRequiredService<IConfiguration>(), section));
        return services.AddOptions<TOptions>().ValidateOnStart();
    }
}
