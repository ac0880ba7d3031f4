namespace Router.Engine.Tests.States;

/// <summary>The tables of docs/states.md.</summary>
internal static class StateTable
{
    /// <summary>Cells of the commands: command, state, outcomes.</summary>
    public static IReadOnlyList<(string Command, string State, string[] Outcomes)> Commands()
    {
        var rows = Rows("| command ");
        return
        [
            .. from row in rows.Skip(1)
               from cell in row.Skip(1).Zip(rows[0].Skip(1))
               select (row[0], cell.Second, Split(cell.First)),
        ];
    }

    /// <summary>What happens by time and circumstances: what, from where, to where.</summary>
    public static IReadOnlyList<(string What, string From, string[] To)> Circumstances() =>
        [.. Rows("| what ").Skip(1).Select(r => (r[0], r[1], Split(r[2])))];

    private static List<string[]> Rows(string header)
    {
        var lines = File.ReadLines(Path.Combine(Root(), "docs", "states.md"))
            .SkipWhile(l => !l.StartsWith(header, StringComparison.Ordinal))
            .TakeWhile(l => l.StartsWith('|'))
            .Where(l => !l.StartsWith("|--", StringComparison.Ordinal));
        return [.. lines.Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    private static string[] Split(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
