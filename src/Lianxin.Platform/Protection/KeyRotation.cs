using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;

namespace Lianxin.Platform.Protection;

/// <summary>
/// Changes the field key while the product runs: a new key is put before the present one, then everything sealed is
/// sealed anew. Cut off at any moment it is simply run again. The former key stays in the file until the next change,
/// for what another node sealed at the last moment and for copies made before.
/// </summary>
public sealed class KeyRotation(AppDb db, Protector protector, FieldKey key, IEnumerable<ISealedRows> rooms)
{
    /// <summary>Longer than a running node takes to hear of a new key.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(2);

    /// <summary>Returns how many values were sealed anew.</summary>
    public async Task<int> Run()
    {
        var renewed = await Finish();
        // What a change cut off left behind is done with the key it brought; a key given by the operator only he can change.
        if (renewed == 0 && key.Kept)
        {
            key.Change();
            await Task.Delay(Heard);
            renewed = await Finish();
        }

        if (renewed > 0) await db.Save(new Act("RotateFieldKey", Actor.System));
        return renewed;
    }

    /// <summary>Seals anew until nothing is left under a former key.</summary>
    public async Task<int> Finish()
    {
        var renewed = 0;
        for (var pass = 1; pass > 0; renewed += pass)
        {
            pass = 0;
            foreach (var room in rooms) pass += await room.Renew(db, protector);
        }

        return renewed;
    }
}
