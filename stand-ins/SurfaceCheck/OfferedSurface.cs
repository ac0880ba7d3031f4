using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SurfaceCheck;

/// <summary>What an assembly lets others use.</summary>
public static class OfferedSurface
{
    /// <summary>Its visible types and members, as <see cref="SignatureText"/> writes them.</summary>
    /// <param name="path">The assembly.</param>
    public static IReadOnlySet<string> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var text = SignatureText.Instance;
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!IsVisible(type.Attributes))
            {
                continue;
            }

            var typeName = text.GetTypeFromDefinition(metadata, handle, 0);
            offered.Add(typeName);
            offered.UnionWith(type.GetFields().Select(metadata.GetFieldDefinition)
                .Where(field => IsVisible(field.Attributes))
                .Select(field => SignatureText.Field(typeName, metadata.GetString(field.Name), field.DecodeSignature(text, null))));
            offered.UnionWith(type.GetMethods().Select(metadata.GetMethodDefinition)
                .Where(method => IsVisible(method.Attributes))
                .Select(method => SignatureText.Method(typeName, metadata.GetString(method.Name), method.DecodeSignature(text, null))));
        }

        return offered;
    }

    private static bool IsVisible(TypeAttributes attributes) => (attributes & TypeAttributes.VisibilityMask)
        is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    private static bool IsVisible(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask)
        is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsVisible(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
