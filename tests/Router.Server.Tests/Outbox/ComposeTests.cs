using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Router.Server.Hosting;
using Router.Server.Tests.Edge;
using YamlDotNet.RepresentationModel;

namespace Router.Server.Tests.Outbox;

/// <summary>docker-compose.yml is not run here: what it says of the server is held against the server.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode Services = (YamlMappingNode)Document()["services"];

    [Fact]
    public void Variables_OfTheRouter_NameSettingsThereAre()
    {
        var settings = typeof(ListenOptions).Assembly.GetTypes()
            .Select(type => (type, section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(one => one.section is not null)
            .SelectMany(one => one.type.GetProperties().Where(p => p.CanWrite).Select(p => $"{one.section}:{p.Name}"))
            .ToHashSet();

        Assert.Subset(settings, Environment().Keys.Select(Setting).ToHashSet());
        Assert.Contains("Redis:Configuration", Environment().Keys.Select(Setting));
    }

    [Fact]
    public void Ports_AreThoseTheServerListensOn()
    {
        var environment = Environment();
        var published = ((YamlSequenceNode)Services["router"]["ports"]).Select(p => p.ToString().Split(':')[^1]);

        Assert.Equal([environment["Router__Listen__GrpcPort"], environment["Router__Listen__HttpPort"]], published);
        Assert.Equal(
            [$"{ListenOptions.DefaultGrpcPort}", $"{ListenOptions.DefaultHttpPort}"],
            Read("Dockerfile").Split('\n').Single(l => l.StartsWith("EXPOSE ", StringComparison.Ordinal)).Split(' ')[1..]);
        Assert.Contains($":{environment["Router__Listen__HttpPort"]}/healthz", Services["router"]["healthcheck"]["test"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Server_WithTheseVariables_HasNoWrongSetting()
    {
        var folder = Directory.CreateTempSubdirectory("router-compose-");
        var environment = Environment();
        environment["Router__Auth__SigningKeyFile"] = Path.Combine(folder.FullName, "signing.key");
        File.WriteAllText(environment["Router__Auth__SigningKeyFile"], new string('k', 64));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(environment.Select(v => KeyValuePair.Create(Setting(v.Key), (string?)v.Value)));
        builder.AddRouter();

        builder.Build().Services.GetRequiredService<IStartupValidator>().Validate();

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Volumes_ThatAreUsed_AreDeclared()
    {
        var declared = ((YamlMappingNode)Document()["volumes"]).Children.Keys.Select(k => k.ToString());
        var used = Services.Children.Values
            .Select(s => ((YamlMappingNode)s).Children.TryGetValue("volumes", out var volumes) ? volumes : new YamlSequenceNode())
            .SelectMany(v => (YamlSequenceNode)v)
            .Select(v => v.ToString().Split(':')[0]);

        Assert.Equal(declared.Order(), used.Distinct().Order());
    }

    private static string Setting(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);

    private static string Read(string file) => File.ReadAllText(RepositoryFile.Path(file));

    private static Dictionary<string, string> Environment() => ((YamlMappingNode)Services["router"]["environment"]).Children
        .ToDictionary(v => v.Key.ToString(), v => v.Value.ToString());

    private static YamlMappingNode Document()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Read("docker-compose.yml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
