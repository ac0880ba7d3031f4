using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

/// <summary>A new version of StackExchange.Redis that needs more of its missing package fails here, not in production.</summary>
public sealed class RedisReferencesTests
{
    private const string StandIn = "Pipelines.Sockets.Unofficial";

    private static readonly Module Client = typeof(ConnectionMultiplexer).Module;

    [Fact]
    public void EveryTypeAndMember_ThatTheClientTakesFromTheStandIn_IsThere()
    {
        using var file = new PEReader(File.OpenRead(Client.FullyQualifiedName));
        var client = file.GetMetadataReader();
        var found = 0;
        var missing = new List<string>();

        foreach (var handle in client.TypeReferences.Where(type => IsOurs(client, type)))
        {
            Look(() => Client.ResolveType(MetadataTokens.GetToken(handle)), Name(client, handle));
        }

        foreach (var handle in client.MemberReferences)
        {
            var member = client.GetMemberReference(handle);
            if (IsOurs(client, member.Parent))
            {
                Look(() => Client.ResolveMember(MetadataTokens.GetToken(handle), AnyTypes(4), AnyTypes(4)), client.GetString(member.Name));
            }
        }

        Assert.Empty(missing);
        Assert.True(found > 60, $"only {found} references found: the comparison itself is broken");

        void Look(Action resolve, string name)
        {
            try
            {
                resolve();
                found++;
            }
            catch (Exception error) when (error is TypeLoadException or MissingMemberException)
            {
                missing.Add($"{name}: {error.Message}");
            }
        }
    }

    private static Type[] AnyTypes(int count) => Enumerable.Repeat(typeof(Action), count).ToArray();

    private static bool IsOurs(MetadataReader client, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var scope = client.GetTypeReference((TypeReferenceHandle)type).ResolutionScope;
                return scope.Kind == HandleKind.AssemblyReference
                    ? client.GetString(client.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == StandIn
                    : scope.Kind == HandleKind.TypeReference && IsOurs(client, scope);
            case HandleKind.TypeSpecification:
                var signature = client.GetBlobReader(client.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
                    && signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
                    && IsOurs(client, signature.ReadTypeHandle());
            default:
                return false;
        }
    }

    private static string Name(MetadataReader client, TypeReferenceHandle type) =>
        client.GetString(client.GetTypeReference(type).Name);
}
