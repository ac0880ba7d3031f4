using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Router.Server.Live;

/// <summary>The page at <c>/</c>: plain files beside the server's assembly. They hold no data; that comes over the hub.</summary>
internal static class Dashboard
{
    /// <summary>Nothing from elsewhere, no inline script or style, in nobody's frame.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Serves the page. To be called before callers are asked who they are.</summary>
    /// <param name="app">The server.</param>
    public static void UseDashboard(this IApplicationBuilder app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => Protect(file.Context.Response.Headers) });
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers[HeaderNames.ContentSecurityPolicy] = ContentSecurityPolicy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // Asked for anew each time, answered 304: a new server brings its own page at once.
        headers[HeaderNames.CacheControl] = "no-cache";
    }
}
