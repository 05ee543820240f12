using Lianxin.Contracts.Organization;

namespace Lianxin.Organization.Levels;

/// <summary>Answers what functions there are where.</summary>
internal sealed class FunctionBook(OrgBook book) : IFunctions
{
    public async Task<IReadOnlyList<NamedFunction>> Of(long unitId) =>
        await book.Of(unitId) is { } chapter ? [.. chapter.Functions.Select(f => new NamedFunction(f.Key, f.Name))] : [];
}
