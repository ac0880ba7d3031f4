using StackExchange.Redis;

namespace Router.Server.Store.Functions;

/// <summary>The functions that run inside Redis: router.lua, an embedded resource. The number in its name changes with what the functions take or answer.</summary>
internal static class FunctionLibrary
{
    public const string Name = "router_1";

    public static readonly string Code = ReadCode();

    /// <summary>Loads it into a primary that lacks it or has another text of it. Only at start: see docs/redis.md.</summary>
    /// <returns>Whether it had to be loaded.</returns>
    public static async Task<bool> EnsureAsync(IServer primary)
    {
        var listed = await primary.ExecuteAsync("FUNCTION", "LIST", "LIBRARYNAME", Name, "WITHCODE");
        if (listed.Length > 0 && listed[0].ToDictionary()["library_code"].ToString() == Code)
        {
            return false;
        }

        await primary.ExecuteAsync("FUNCTION", "LOAD", "REPLACE", Code);
        return true;
    }

    private static string ReadCode()
    {
        using var stream = typeof(FunctionLibrary).Assembly.GetManifestResourceStream("router.lua")
            ?? throw new InvalidOperationException("router.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
