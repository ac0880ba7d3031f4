using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SurfaceCheck;

/// <summary>What an assembly takes from others.</summary>
public static class NeededSurface
{
    /// <summary>Reads it from the references in the assembly's metadata.</summary>
    /// <param name="path">The assembly.</param>
    public static IReadOnlyList<Need> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var needs = new List<Need>();
        foreach (var handle in metadata.TypeReferences)
        {
            if (AssemblyOf(metadata, handle) is { } assembly)
            {
                needs.Add(new Need(assembly, SignatureText.Instance.GetTypeFromReference(metadata, handle, 0)));
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (DeclaringType(metadata, member) is { } type && AssemblyOf(metadata, type) is { } assembly)
            {
                needs.Add(new Need(assembly, Describe(metadata, member, type)));
            }
        }

        return needs;
    }

    private static string Describe(MetadataReader metadata, MemberReference member, TypeReferenceHandle type)
    {
        var text = SignatureText.Instance;
        var typeName = text.GetTypeFromReference(metadata, type, 0);
        var name = metadata.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? SignatureText.Field(typeName, name, member.DecodeFieldSignature(text, null))
            : SignatureText.Method(typeName, name, member.DecodeMethodSignature(text, null));
    }

    /// <summary>The type as referenced; of a constructed type, its definition.</summary>
    private static TypeReferenceHandle? DeclaringType(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind == HandleKind.TypeReference)
        {
            return (TypeReferenceHandle)member.Parent;
        }

        if (member.Parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadSignatureTypeCode();
        var definition = blob.ReadTypeHandle();
        return definition.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)definition : null;
    }

    private static string? AssemblyOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf(metadata, (TypeReferenceHandle)scope),
            _ => null,
        };
    }
}
