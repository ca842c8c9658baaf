using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace UedaPlan.Data.Tests;

/// <summary>命令の記録: the SQL that was run, and a stumbling block after so many commands.</summary>
internal sealed class CommandLog(int afterCommands = int.MaxValue, Action? stumble = null) : ILoggerFactory, ILogger
{
    private const string Executed = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted";
    private int _left = int.MaxValue;

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>From here on commands are counted.</summary>
    public void Start() => _left = afterCommands;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name != Executed) return;
        Commands.Enqueue(formatter(state, exception));
        if (Interlocked.Decrement(ref _left) == 0) stumble?.Invoke();
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
