namespace Router.Server.Traces;

/// <summary>Where traces go; section <c>Router:Traces</c> of the configuration.</summary>
public sealed class TraceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Router:Traces";

    /// <summary>gRPC, as collectors take it at port 4317.</summary>
    public const string Grpc = "grpc";

    /// <summary>Protobuf over HTTP, as collectors take it at port 4318 under <c>/v1/traces</c>.</summary>
    public const string Http = "http";

    /// <summary>Address of an OpenTelemetry collector; empty (the default): nothing is traced.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><see cref="Grpc"/> (the default) or <see cref="Http"/>, of which <see cref="Endpoint"/> names the path too.</summary>
    public string Protocol { get; set; } = Grpc;

    /// <summary>The share of tickets that is traced, 0 to 1: a ticket is traced as a whole or not at all. Default 1.</summary>
    public double Share { get; set; } = 1;
}
