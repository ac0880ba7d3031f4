using System.Collections;
using System.Reflection;

namespace Router.Store.Tests.Support;

/// <summary>
/// Makes instances of records in which every property has a value of its own, none of them the type's default: whoever forgets one in a
/// round trip is found out.
/// </summary>
public sealed class Filled
{
    private int _last;

    public static T Make<T>() => (T)Make(typeof(T));

    public static object Make(Type type) => new Filled().Value(type);

    public T Next<T>() => (T)Value(typeof(T));

    private object Value(Type type)
    {
        _last++;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Value(inner);
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(values.Length - 1)!;
        }

        return type switch
        {
            _ when type == typeof(string) => $"text-{_last}",
            _ when type == typeof(int) => _last,
            _ when type == typeof(long) => 1_700_000_000_000 + _last,
            _ when type == typeof(double) => _last + 0.25,
            _ when type == typeof(bool) => true,
            _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) => Collection(type),
            _ => Instance(type),
        };
    }

    private object Collection(Type type)
    {
        var parts = type.GetGenericArguments();
        if (parts.Length == 2)
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))!;
            map.Add(Value(parts[0]), Value(parts[1]));
            map.Add(Value(parts[0]), Value(parts[1]));
            return map;
        }

        var list = Array.CreateInstance(parts[0], 2);
        list.SetValue(Value(parts[0]), 0);
        list.SetValue(Value(parts[0]), 1);
        return type.IsInterface ? list : Activator.CreateInstance(type, list)!;
    }

    private object Instance(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var instance = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is not null)
            {
                property.SetValue(instance, Value(property.PropertyType));
            }
        }

        return instance;
    }
}
