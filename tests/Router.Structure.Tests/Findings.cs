namespace Router.Structure.Tests;

/// <summary>What a test found against a rule.</summary>
internal static class Findings
{
    /// <summary>Fails with all of them, one a line.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found.Prepend("Against the rule:")));
    }
}
