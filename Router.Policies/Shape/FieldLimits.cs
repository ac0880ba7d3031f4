namespace Router.Policies.Shape;

/// <summary>How large the parts of a request may be. Characters are UTF-16 units, bytes are of UTF-8. As said in <c>router/v1</c>.</summary>
public static class FieldLimits
{
    /// <summary>Characters of a <c>request_id</c>.</summary>
    public const int RequestId = 64;

    /// <summary>Characters of an adapter's <c>source</c>.</summary>
    public const int Source = 64;

    /// <summary>Bytes of an adapter's own id.</summary>
    public const int ExternalIdBytes = 256;

    /// <summary>Characters of a name in the policy: queue, channel, skill, segment, code.</summary>
    public const int Name = 64;

    /// <summary>Characters of a ticket id; the router's own are shorter.</summary>
    public const int TicketId = 64;

    /// <summary>Characters of a capability token; the router's own are shorter.</summary>
    public const int CapabilityToken = 128;

    /// <summary>Characters of an agent id.</summary>
    public const int AgentId = 128;

    /// <summary>Characters of a session id; the router's own are shorter.</summary>
    public const int SessionId = 64;

    /// <summary>Bytes of a name or label for screens, of a customer's id, of a decline's reason.</summary>
    public const int LabelBytes = 256;

    /// <summary>Bytes of a telephone number, email address or chat handle.</summary>
    public const int AddressBytes = 512;

    /// <summary>Bytes of a subject or of a note for the history.</summary>
    public const int SubjectBytes = 1_024;

    /// <summary>Bytes of a reference to content that lies elsewhere.</summary>
    public const int ReferenceBytes = 2_048;

    /// <summary>Bytes of an agent's note.</summary>
    public const int NoteBytes = 4_096;

    /// <summary>Bytes of a message's text.</summary>
    public const int TextBytes = 65_536;

    /// <summary>Attributes of a ticket.</summary>
    public const int Attributes = 64;

    /// <summary>Bytes of one attribute, name and value.</summary>
    public const int AttributeBytes = 4_096;

    /// <summary>Bytes of all attributes together.</summary>
    public const int AllAttributesBytes = 65_536;

    /// <summary>Languages that a ticket, queue or step may name.</summary>
    public const int Languages = 8;

    /// <summary>Skills that a ticket or queue may ask for.</summary>
    public const int Skills = 16;

    /// <summary>Highest priority; 0 is the lowest.</summary>
    public const int Priority = 9;

    /// <summary>Milliseconds after which a further language may open: 24 hours.</summary>
    public const long LanguageAfterMs = TimeSpan.MillisecondsPerDay;

    /// <summary>Bytes of a whole request or of one request inside a stream: 256 KiB.</summary>
    public const int RequestBytes = 262_144;
}
