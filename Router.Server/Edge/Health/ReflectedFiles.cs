using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Router.Server.Edge.Health;

/// <summary>The files of the contract by their names and by the names in them.</summary>
internal sealed class ReflectedFiles
{
    private readonly Dictionary<string, FileDescriptor> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _bySymbol = new(StringComparer.Ordinal);
    private readonly List<string> _services = [];

    /// <summary>Some files and all that they use.</summary>
    /// <param name="files">Files with services.</param>
    public ReflectedFiles(IEnumerable<FileDescriptor> files)
    {
        foreach (var file in files)
        {
            Add(file);
            _services.AddRange(file.Services.Select(s => s.FullName));
        }
    }

    /// <summary>Full names of the services.</summary>
    public IReadOnlyList<string> Services => _services;

    /// <summary>A file and those it uses, each before those that use it; null when there is none.</summary>
    /// <param name="name">The file's name, as <c>router/v1/tickets.proto</c>.</param>
    public IReadOnlyList<ByteString>? ByName(string name) => _byName.TryGetValue(name, out var file) ? WithUsed(file) : null;

    /// <summary>The file of a name and those it uses; null when there is none.</summary>
    /// <param name="symbol">Full name of a service, method, message, field or enum.</param>
    public IReadOnlyList<ByteString>? BySymbol(string symbol) => _bySymbol.TryGetValue(symbol, out var file) ? WithUsed(file) : null;

    private static List<ByteString> WithUsed(FileDescriptor file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<ByteString>();
        Collect(file);
        return files;

        void Collect(FileDescriptor one)
        {
            if (seen.Add(one.Name))
            {
                foreach (var used in one.Dependencies)
                {
                    Collect(used);
                }

                files.Add(one.SerializedData);
            }
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!_byName.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var used in file.Dependencies)
        {
            Add(used);
        }

        foreach (var service in file.Services)
        {
            _bySymbol[service.FullName] = file;
            foreach (var method in service.Methods)
            {
                _bySymbol[method.FullName] = file;
            }
        }

        foreach (var type in file.EnumTypes)
        {
            _bySymbol[type.FullName] = file;
        }

        foreach (var message in file.MessageTypes)
        {
            Add(message, file);
        }
    }

    private void Add(MessageDescriptor message, FileDescriptor file)
    {
        _bySymbol[message.FullName] = file;
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            _bySymbol[field.FullName] = file;
        }

        foreach (var type in message.EnumTypes)
        {
            _bySymbol[type.FullName] = file;
        }

        foreach (var nested in message.NestedTypes)
        {
            Add(nested, file);
        }
    }
}
