namespace UedaPlan.Data;

/// <summary>下書きの状態: with the head, or returned to who wrote it.</summary>
public enum DraftState
{
    Handed,
    Returned,
}
