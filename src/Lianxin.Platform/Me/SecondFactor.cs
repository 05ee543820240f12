using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace Lianxin.Platform.Me;

internal sealed record SetSecondFactorInput
{
    /// <summary>The secret shown, sealed, until a code proves that the phone has it.</summary>
    [Required, MaxLength(1_000), Label("凭证")]
    public string Ticket { get; init; } = "";

    [Required, MaxLength(8), Label("动态码")]
    public string Code { get; init; } = "";
}

internal sealed record EndSecondFactorInput
{
    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("密码")]
    public string Password { get; init; } = "";
}

/// <summary>A secret on its way to the phone: as a picture to scan and as letters to type.</summary>
public sealed record SecretOffer(string Ticket, string Picture, string Letters);

/// <summary>Sets the second factor up and turns it off.</summary>
internal sealed class SecondFactor(OwnAccount own, CurrentActor current, Protector protector, IDataProtectionProvider protection, Flash flash)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(30);
    private readonly ITimeLimitedDataProtector box = protection.CreateProtector("second factor offer").ToTimeLimitedDataProtector();

    /// <summary>The offer a refused form came with, or a new one.</summary>
    public SecretOffer Offer(Account account, string? ticket)
    {
        var secret = ticket is null ? null : Open(account, ticket);
        if (secret is null) ticket = box.Protect($"{account.Id} {Convert.ToBase64String(secret = Totp.NewSecret())}", Good);
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Uri("连心网", account.Login, secret), QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        var letters = string.Join(' ', Base32.Encode(secret).Chunk(4).Select(c => new string(c)));
        return new(ticket!, "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(6)), letters);
    }

    public async Task<string?> Set(SetSecondFactorInput input)
    {
        var account = await own.Read();
        await own.RefuseInDemo(account);
        if (account.TotpSecret is not null) throw new Refusal("动态码已经设置过了");
        var secret = Open(account, input.Ticket) ?? throw new Refusal("放得太久了，请重新扫一次", "code");
        var step = Totp.Verify(secret, input.Code, own.Now) ?? throw new Refusal("动态码不对，请看手机上最新的 6 位数字", "code");
        account.UseSecondFactor(protector.Encrypt(Convert.ToBase64String(secret), $"account.totp {account.Id}"));
        account.Accept(step);
        await own.StartAfresh(account);
        await own.Save("SetSecondFactor");
        flash.Say("动态码设置好了，下次登录时要填");
        return current.SettleAt is null ? "/me" : "/";
    }

    public async Task<string?> End(EndSecondFactorInput input)
    {
        var account = await own.Read();
        if (account.TotpSecret is null) throw new Refusal("没有设置动态码");
        await own.Prove(account, input.Password, "password");
        account.UseSecondFactor(null);
        await own.StartAfresh(account);
        await own.Save("EndSecondFactor");
        flash.Say("动态码已经取消");
        return "/me";
    }

    private byte[]? Open(Account account, string ticket)
    {
        try
        {
            var parts = box.Unprotect(ticket).Split(' ');
            return parts[0] == account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) ? Convert.FromBase64String(parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
