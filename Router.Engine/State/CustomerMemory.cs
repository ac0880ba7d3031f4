using Router.Engine.Collections;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>What is remembered of customers, in the order in which they are forgotten.</summary>
internal sealed class CustomerMemory
{
    /// <summary>Most customers of whom something is remembered.</summary>
    public const int Most = 50_000;

    private readonly Dictionary<string, Customer> _byId = new(StringComparer.Ordinal);
    private readonly OrderedList<CustomerKey, Customer> _byAge = new();

    public int Count => _byId.Count;

    /// <summary>The one who was heard of least lately; there must be one.</summary>
    public Customer Oldest => _byAge.First;

    public Customer? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Remembers this of a customer in place of what there was.</summary>
    public Customer Put(CustomerRecord record)
    {
        if (_byId.TryGetValue(record.Id, out var customer))
        {
            _byAge.Remove(customer.Key);
            customer.Record = record;
        }
        else
        {
            customer = new Customer(record);
            _byId.Add(record.Id, customer);
        }

        _byAge.Add(customer.Key, customer);
        return customer;
    }

    public void Remove(Customer customer)
    {
        _byAge.Remove(customer.Key);
        _byId.Remove(customer.Record.Id);
    }
}
