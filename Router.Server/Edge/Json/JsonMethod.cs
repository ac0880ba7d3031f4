using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Json;

/// <summary>A unary method as a POST: protobuf's JSON in and out, and a refusal as <see cref="JsonRefusal"/>.</summary>
/// <typeparam name="TRequest">What comes in.</typeparam>
/// <typeparam name="TResponse">The answer.</typeparam>
/// <param name="method">The method.</param>
/// <param name="handler">What does it over gRPC too.</param>
internal sealed class JsonMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
    where TRequest : class
    where TResponse : class
{
    /// <summary>JSON is longer than the message that it says; that one has the same limit as everywhere.</summary>
    private const int MostBytes = 8 * FieldLimits.RequestBytes;

    private const string ContentType = "application/json";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task RunAsync(HttpContext context)
    {
        try
        {
            var request = await ReadAsync(context);
            var refusals = context.RequestServices.GetRequiredService<RefusalInterceptor>();
            var answer = await refusals.UnaryServerHandler(request, new JsonCallContext(context, method.FullName), handler);
            context.Response.ContentType = ContentType;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(JsonFormatter.Default.Format((IMessage)(object)answer), context.RequestAborted);
        }
        catch (RpcException refused) when (!context.RequestAborted.IsCancellationRequested)
        {
            await JsonRefusal.WriteAsync(context.Response, refused);
        }
    }

    private static async Task<TRequest> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrels)
        {
            kestrels.MaxRequestBodySize = null;
        }

        // A form or a bare script of another site may not send this type without asking.
        if (!context.Request.HasJsonContentType())
        {
            throw Refused.For(
                Reason.InvalidRequest, "The request is no JSON: send it with the header 'content-type: application/json'.", ("field", ""), ("expected", ContentType)).ToException();
        }

        try
        {
            var request = (IMessage)Activator.CreateInstance<TRequest>()!;
            var text = await TextAsync(context.Request.BodyReader, context.RequestAborted);
            var parsed = text.Length == 0 ? request : JsonParser.Default.Parse(text, request.Descriptor);
            return parsed.CalculateSize() <= FieldLimits.RequestBytes ? (TRequest)parsed : throw UnreadableRequest.Large.ToException();
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidJsonException or DecoderFallbackException)
        {
            throw Refused.For(
                Reason.InvalidRequest, Shown.Line($"The request is no JSON of {typeof(TRequest).Name}: {error.Message}"), ("field", ""), ("expected", typeof(TRequest).Name)).ToException();
        }
    }

    /// <summary>
    /// Reads the body to its end, or until it is too long: what is left is read and dropped by Kestrel once the answer is out.
    /// With a limit of Kestrel's the connection would be closed on a sender who is still writing, and he would read no answer.
    /// </summary>
    private static async Task<string> TextAsync(PipeReader body, CancellationToken stop)
    {
        while (true)
        {
            var read = await body.ReadAsync(stop);
            if (read.Buffer.Length > MostBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                throw UnreadableRequest.Large.ToException();
            }

            if (read.IsCompleted)
            {
                using var text = new StreamReader(new MemoryStream(read.Buffer.ToArray()), Strict);
                body.AdvanceTo(read.Buffer.End);
                return text.ReadToEnd();
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
