namespace Grpc.Core;

/// <summary>Who calls, as far as the transport knows.</summary>
/// <param name="peerIdentityPropertyName">The property that names the caller; null for an unknown one.</param>
/// <param name="properties">All properties, by name.</param>
public class AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
{
    /// <summary>Whether the transport knows the caller.</summary>
    public bool IsPeerAuthenticated => PeerIdentityPropertyName is not null;

    /// <summary>The property that names the caller; null for an unknown one.</summary>
    public string? PeerIdentityPropertyName { get; } = peerIdentityPropertyName;

    /// <summary>The properties that name the caller.</summary>
    public IEnumerable<AuthProperty> PeerIdentity =>
        PeerIdentityPropertyName is null ? [] : FindPropertiesByName(PeerIdentityPropertyName);

    /// <summary>All properties.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(values => values);

    /// <summary>The properties of a name.</summary>
    /// <param name="propertyName">The name.</param>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        properties.TryGetValue(propertyName, out var found) ? found : [];
}
