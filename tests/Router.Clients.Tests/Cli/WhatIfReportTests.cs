using Router.Cli.Commands;
using Router.Cli.Connection;

namespace Router.Clients.Tests.Cli;

/// <summary>Where <c>router what-if</c> writes its report.</summary>
public sealed class WhatIfReportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_FileThatIsThere_IsReplaced()
    {
        var path = Path.Combine(_folder.FullName, "report.html");
        await WhatIfCommand.WriteAsync(path, "a longer one", CancellationToken.None);

        await WhatIfCommand.WriteAsync(path, "short", CancellationToken.None);

        Assert.Equal("short", await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("missing/report.html")]
    [InlineData(".")]
    public async Task WriteAsync_PathThatCannotBeWritten_SaysSoAndWhatWouldBeRight(string path)
    {
        var failed = await Assert.ThrowsAsync<CommandException>(() => WhatIfCommand.WriteAsync(Path.Combine(_folder.FullName, path), "page", CancellationToken.None));

        Assert.StartsWith("The report cannot be written, name a file in a folder that may be written: ", failed.Message, StringComparison.Ordinal);
    }
}
