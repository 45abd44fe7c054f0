"""Examines a whole table for what may harm a person."""

from collections.abc import Sequence

import numpy as np

from steward.privacy import texts
from steward.privacy.beside import with_neighbors
from steward.privacy.context import Context, context_of
from steward.privacy.disclosure import Disclosure, disclosure
from steward.privacy.doubted import with_doubted_headers
from steward.privacy.evidence import Evidence, recognizers
from steward.privacy.gathering import Gathering, begin_gathering
from steward.privacy.knowledge import Knowledge
from steward.privacy.names_read import NameReader, with_names_read
from steward.privacy.parties import with_parties
from steward.privacy.reasons import finding, reason
from steward.privacy.sensitive import sensitive_rows
from steward.privacy.singled_out import small_groups
from steward.privacy.small_cells import count_columns, small_cells
from steward.privacy.verdict import ColumnVerdict, PrivacyReport, Verdict
from steward.privacy.weigher import Claim, weigh
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import RowNumbers
from steward.vocabulary.finding import Finding
from steward.vocabulary.hands import Threads
from steward.vocabulary.positions import Positions
from steward.vocabulary.progress import Progress


def examine(profile: TableProfile, knowledge: Knowledge, progress: Progress, workers: int = 2,
            reader: NameReader | None = None) -> PrivacyReport:
    """Return what may harm a person in a table: a verdict per column, findings, and the risk of the whole.

    `reader` reads names in sentences, where a language pipeline is installed.
    Raises: Cancelled if the person stopped it.
    """
    return judge(profile, begin_gathering(profile, knowledge, Threads(workers)), knowledge, progress, reader)


def judge(profile: TableProfile, gathering: Gathering, knowledge: Knowledge, progress: Progress,
          reader: NameReader | None = None) -> PrivacyReport:
    """Return the same of evidence that is being gathered. Raises: Cancelled if the person stopped it."""
    gathered = gathering.evidences(progress)
    evidences, notes = with_names_read(with_neighbors(with_parties(with_doubted_headers(gathered))), reader, knowledge)
    context = context_of(evidences)
    verdicts = tuple(_verdict(evidence, context, profile.sheet.rows, knowledge) for evidence in evidences)
    findings = [finding(verdict, column.column, known.type, knowledge.policy)
                for column, known in zip(verdicts, profile.columns, strict=True) for verdict in column.harmful]
    quasi = _columns_of("quasi", profile, verdicts)
    risk = _disclosure(quasi, _columns_of("sensitive", profile, verdicts), context, knowledge)
    findings += [*notes, *_quarantined(profile, knowledge), *small_groups(risk, quasi, profile.sheet.rows, knowledge.policy)]
    sensitive = sensitive_rows(profile, verdicts, context.about, knowledge.sensitive, knowledge.policy)
    findings += [found for _rows, found in sensitive]
    counted = count_columns(profile, [evidence.reading for evidence in gathered], knowledge) if risk is None else ()
    findings += small_cells(profile, counted, knowledge)
    return PrivacyReport(columns=verdicts, findings=tuple(findings), about=context.about, disclosure=risk, counted=counted,
                         sensitive=tuple(rows for rows, _found in sensitive), threshold=knowledge.threshold)


def _disclosure(quasi: Sequence[ColumnProfile], sensitive: Sequence[ColumnProfile], context: Context,
                knowledge: Knowledge) -> Disclosure | None:
    """Return the risk of a table about people by its quasi-identifiers, None where rows are not about people or it has none."""
    return disclosure(quasi, knowledge.threshold, sensitive) if quasi and context.is_about_people else None


def _columns_of(family: str, profile: TableProfile, verdicts: Sequence[ColumnVerdict]) -> list[ColumnProfile]:
    known = {recognizer.kind for recognizer in recognizers() if recognizer.family == family}
    return [column for column, verdict in zip(profile.columns, verdicts, strict=True)
            if known.intersection(harm.kind for harm in verdict.harmful)]


def _verdict(evidence: Evidence, context: Context, rows: RowNumbers, knowledge: Knowledge) -> ColumnVerdict:
    weighed = weigh(evidence, context)
    harmful = [_harm(claim, evidence, rows, knowledge) for claim in weighed.claims]
    return ColumnVerdict(column=evidence.profile.name, benign=weighed.benign,
                         harmful=tuple(sorted(harmful, key=lambda verdict: (verdict.tier.rank, -verdict.sure))))


def _harm(claim: Claim, evidence: Evidence, rows: RowNumbers, knowledge: Knowledge) -> Verdict:
    mask = np.zeros(len(evidence.text), np.bool_)
    mask[claim.places] = True
    places = evidence.profile.distinct.places_where(mask)
    share = len(places) / max(1, evidence.profile.filled)
    return Verdict(kind=claim.kind, tier=knowledge.policy.tier(claim.kind),
                   rows=positions_of(rows[places]),
                   share=round(share, 4), reason=reason(claim, share), sure=claim.sure,
                   is_in_sentences=evidence.are_sentences(claim.places))


def _quarantined(profile: TableProfile, knowledge: Knowledge) -> list[Finding]:
    """Return findings about records that do not fit the table: their text is kept, so it is examined too."""
    records = profile.sheet.quarantine
    hits = texts.spot_texts([record.text for record in records], knowledge)
    kinds = sorted({kind for _, kind in hits})
    rows = {kind: Positions(records[place].row for place, found in hits if found == kind) for kind in kinds}
    return [texts.quarantine_finding(kind, rows[kind], knowledge.policy) for kind in kinds]
