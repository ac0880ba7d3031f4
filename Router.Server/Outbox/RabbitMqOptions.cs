namespace Router.Server.Outbox;

/// <summary><c>Router:Bus:RabbitMq</c>: the broker that events leave through. Without a host they stay inside the process.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Router:Bus:RabbitMq";

    /// <summary>Default of <see cref="Port"/>.</summary>
    public const int DefaultPort = 5672;

    /// <summary>Default of <see cref="VirtualHost"/>.</summary>
    public const string DefaultVirtualHost = "/";

    /// <summary>Default of <see cref="Username"/> and <see cref="Password"/>: the user that RabbitMQ lets in from its own machine alone.</summary>
    public const string DefaultUser = "guest";

    /// <summary>The broker's name or IP address; empty (the default) for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its AMQP port, 1 to 65535.</summary>
    public int Port { get; set; } = DefaultPort;

    /// <summary>The virtual host.</summary>
    public string VirtualHost { get; set; } = DefaultVirtualHost;

    /// <summary>Who signs in: must be allowed to configure and write the exchange of the events.</summary>
    public string Username { get; set; } = DefaultUser;

    /// <summary>His password.</summary>
    public string Password { get; set; } = DefaultUser;
}
