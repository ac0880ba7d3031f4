using Router.Engine;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Access;

/// <summary>Tells a caller who does not come through: a gRPC client by a status with its details, anybody else by HTTP.</summary>
internal static class RefusedResponse
{
    private const string GrpcContentType = "application/grpc";

    /// <summary>Writes the whole response.</summary>
    /// <param name="context">The request; nothing was answered yet.</param>
    /// <param name="refused">Why not.</param>
    public static Task WriteAsync(HttpContext context, Refused refused)
    {
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith(GrpcContentType, StringComparison.Ordinal) == true)
        {
            response.ContentType = GrpcContentType;
            StatusDetails.Write(response.Headers, refused);
            return Task.CompletedTask;
        }

        response.StatusCode = refused.Reason switch
        {
            Reason.NotAuthenticated => StatusCodes.Status401Unauthorized,
            Reason.NotAllowed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status404NotFound,
        };
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(refused.Message);
    }
}
