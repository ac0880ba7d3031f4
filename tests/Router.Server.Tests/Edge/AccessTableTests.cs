using Google.Protobuf.Reflection;
using Router.Server.Edge.Access;

namespace Router.Server.Tests.Edge;

public sealed class AccessTableTests
{
    private static readonly FileDescriptor[] Contract =
    [
        V1.TicketsReflection.Descriptor, V1.AgentsReflection.Descriptor, V1.SupervisorsReflection.Descriptor, V1.EventsReflection.Descriptor,
        Grpc.Health.V1.HealthReflection.Descriptor, Grpc.Reflection.V1.ReflectionReflection.Descriptor,
        Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
    ];

    [Fact]
    public void The_table_has_every_method_of_the_contract_and_no_other()
    {
        var methods = Contract.SelectMany(f => f.Services).SelectMany(s => s.Methods).Select(m => $"/{m.Service.FullName}/{m.Name}");

        Assert.Equal(methods.Order(StringComparer.Ordinal), AccessTable.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_request_with_a_capability_token_may_come_without_a_role()
    {
        var methods = Contract.SelectMany(f => f.Services).SelectMany(s => s.Methods);

        Assert.All(methods, m => Assert.Equal(
            m.InputType.FindFieldByName("capability_token") is not null,
            AccessTable.Of($"/{m.Service.FullName}/{m.Name}")!.OrCapability));
    }
}
