using System.Reflection;
using System.Reflection.Emit;
using SurfaceCheck;

namespace Router.StandIns.Tests.Surface;

public sealed class SurfaceTests : IDisposable
{
    private static readonly string[] Official = ["Grpc.AspNetCore.Server", "Grpc.Net.Client", "StackExchange.Redis"];
    private static readonly string[] StandIns = ["Grpc.Core.Api", "Grpc.Net.Common", "Pipelines.Sockets.Unofficial"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("router-surface-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_StandInsOfThisBuild_LackNothing() => Assert.Empty(Comparison.Run(AppContext.BaseDirectory, Official, StandIns));

    [Theory]
    [MemberData(nameof(AllOfficial))]
    public void Read_Official_NeedsSomethingOfAStandIn(string official) =>
        Assert.Contains(NeededSurface.Read(PathOf(official)), need => StandIns.Contains(need.Assembly));

    [Fact]
    public void Run_StandInFileMissing_SaysWhich()
    {
        Copy("Grpc.Net.Client", "Grpc.Core.Api");

        var lacks = Comparison.Run(_folder.FullName, ["Grpc.Net.Client"], ["Grpc.Core.Api", "Grpc.Net.Common"]);

        Assert.Equal(["Grpc.Net.Common.dll is not in the output."], lacks);
    }

    [Fact]
    public void Run_StandInTooSmall_NamesEachMissingTypeAndMember()
    {
        Copy("Grpc.Net.Client", "Grpc.Core.Api");
        SaveAlmostEmpty("Grpc.Net.Common");

        var lacks = Comparison.Run(_folder.FullName, ["Grpc.Net.Client"], ["Grpc.Core.Api", "Grpc.Net.Common"]);

        Assert.Contains(
            "Grpc.Net.Client needs Grpc.Core.ConnectivityState of Grpc.Net.Common, which its stand-in lacks.", lacks);
        Assert.Contains(
            "Grpc.Net.Client needs Void Grpc.Net.Compression.GzipCompressionProvider..ctor(System.IO.Compression.CompressionLevel) "
            + "of Grpc.Net.Common, which its stand-in lacks.",
            lacks);
        Assert.DoesNotContain(
            "Grpc.Net.Client needs Grpc.Net.Compression.ICompressionProvider of Grpc.Net.Common, which its stand-in lacks.", lacks);
    }

    public static TheoryData<string> AllOfficial() => [.. Official];

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private void Copy(params string[] names)
    {
        foreach (var name in names)
        {
            File.Copy(PathOf(name), Path.Combine(_folder.FullName, name + ".dll"));
        }
    }

    private void SaveAlmostEmpty(string name)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        module.DefineType(
            "Grpc.Net.Compression.ICompressionProvider",
            TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract).CreateType();
        module.DefineType("Grpc.Net.Compression.GzipCompressionProvider", TypeAttributes.NotPublic).CreateType();
        assembly.Save(Path.Combine(_folder.FullName, name + ".dll"));
    }
}
