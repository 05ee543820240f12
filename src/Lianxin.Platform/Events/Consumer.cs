using System.Text.Json;
using Lianxin.Contracts;
using Lianxin.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Events;

/// <summary>
/// Does one thing about one kind of event. Adds its work to the database it is given and does not save: the work
/// and the delivery's end are one transaction, so an event is consumed once whatever fails.
/// </summary>
public interface IConsume<in TEvent> where TEvent : Event
{
    Task Consume(TEvent happened, AppDb db);
}

/// <summary>A consumer as registered: which event, and how to run it.</summary>
public sealed record ConsumerEntry(Type Event, string Name, Func<IServiceProvider, string, AppDb, Task> Run);

public static class ConsumerRegistration
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict);

    public static IServiceCollection AddConsumer<TEvent, TConsumer>(this IServiceCollection services)
        where TEvent : Event
        where TConsumer : class, IConsume<TEvent>
    {
        services.AddScoped<TConsumer>();
        return services.AddSingleton(new ConsumerEntry(typeof(TEvent), $"{typeof(TConsumer).Name}/{typeof(TEvent).Name}", (scope, payload, db) =>
            scope.GetRequiredService<TConsumer>().Consume(JsonSerializer.Deserialize<TEvent>(payload, Json)!, db)));
    }
}
