#include "report/test_sentence.hpp"

#include "report/criterion_words.hpp"
#include "report/note_words.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "study/tested_claims.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace tarazy {
namespace {

/// What a test looked at, found again from what was declared.
struct TestReading {
    Criterion criterion;
    const AnalysisResult* analysis = nullptr;
    const Claim* claim = nullptr;  ///< of the quantity as declared; of a relative test `read` says where it stands
    ReadClaim read;
    Judgement judgement;
};

TestReading read_again(const ReportContext& context, const JudgedTest& test) {
    TestReading reading;
    reading.criterion = parse_criterion(test.criterion);
    reading.analysis = context.analysis(test.analysis);
    if (reading.analysis == nullptr) return reading;
    reading.claim = claim_of_quantity(*reading.analysis, test.quantity);
    if (reading.claim == nullptr) return reading;
    reading.read = claim_read_by(reading.criterion.scale, *reading.analysis, *reading.claim);
    reading.judgement = reading.read.why_not.empty()
                            ? judge(reading.criterion, reading.read.claim)
                            : Judgement{TestResult::undecided, reading.read.why_not, reading.read.why};
    return reading;
}

bool known(const Claim& claim) {
    return claim.value && !std::isnan(*claim.value);
}

/// "−0.038 (−0.048 to −0.028)"
LocalText figure(const ReportContext& context, const Claim& claim) {
    const LocalText value = shown_in_words(claim.value);
    if (!claim.interval) return value;
    const LocalText lower = shown_in_words(claim.interval->lower), upper = shown_in_words(claim.interval->upper);
    if (lower.en == value.en && upper.en == value.en) return value;  // as far as the digits go it is that alone
    return context.messages.say("sentence.interval", {{"value", value}, {"lower", lower}, {"upper", upper}});
}

/// "62 % (46 to 62 %)"
LocalText standing_figure(const ReportContext& context, const Claim& standing) {
    const LocalText share = percent_in_words(context, *standing.value);
    if (!standing.interval) return share;
    const auto percent = [](double part) { return std::to_string(std::lround(100 * part)); };
    const std::string lower = percent(standing.interval->lower), upper = percent(standing.interval->upper);
    if (lower == upper && lower == percent(*standing.value)) return share;
    return context.messages.say("sentence.share_interval", {{"share", share}, {"lower", lower}, {"upper", upper}});
}

/// An apposition within ("closeness: Russia minus China, 1992–2023") is closed by a comma in English.
LocalText closed(LocalText quantity) {
    if (quantity.en.find(", ") != std::string::npos) quantity.en += ',';
    return quantity;
}

LocalText quantity_of(const ReportContext& context, const JudgedTest& test, const Claim* claim) {
    JudgedTest about = test;
    if (claim != nullptr) about.claim = claim->id;
    return quantity_in_words(context, about);
}

/// The quantity and what came out of it, without what was asked for; nothing where no number came out.
std::optional<LocalText> found(const ReportContext& context, const JudgedTest& test, const TestReading& reading) {
    if (reading.claim == nullptr) return std::nullopt;
    const Criterion& criterion = reading.criterion;
    const LocalText quantity = quantity_of(context, test, reading.claim);
    if (criterion.relation == Relation::contains) {
        const auto count = models_with_term(criterion, *reading.claim);
        if (!count) return std::nullopt;
        return context.messages.say("sentence.models", {{"quantity", quantity},
                                                        {"term", term_in_words(context, criterion.term)},
                                                        {"with", static_cast<std::int64_t>(count->with)},
                                                        {"all", static_cast<std::int64_t>(count->all)}});
    }
    if (!known(*reading.claim)) return std::nullopt;
    const MessageArguments said{{"quantity", closed(quantity)}, {"figure", figure(context, *reading.claim)}};
    const LocalText number = context.messages.say("sentence.found", said);
    if (criterion.scale == Scale::number || !known(reading.read.claim)) return number;
    const Claim& place = reading.read.claim;
    if (criterion.scale == Scale::rank)
        return context.messages.say("sentence.rank", {{"found", number}, {"rank", figure(context, place)}});
    return context.messages.say("sentence.standing", {{"found", number}, {"share", standing_figure(context, place)}});
}

LocalText reason_for(const ReportContext& context, const JudgedTest& test, const TestReading& reading) {
    const auto say = [&](const char* key, const MessageArguments& arguments = {}) {
        return context.messages.say(key, arguments);
    };
    if (test.quantity.empty()) return say("undecided.unheard", {{"method", context.word("family.", test.analysis)}});
    if (reading.analysis == nullptr) return say("undecided.not_run", {{"analysis", context.title_of(test.analysis)}});
    if (!reading.analysis->failure.empty())
        return say("undecided.no_result", {{"analysis", context.title_of(test.analysis)},
                                           {"failure", note_words(context, reading.analysis->failure)}});
    if (reading.claim == nullptr)
        return say("undecided.no_quantity",
                   {{"analysis", context.title_of(test.analysis)}, {"quantity", test.quantity}});
    const LocalText p = number_in_words(reading.criterion.probability.value_or(0));
    const LocalText bound = plain_bound_in_words(context, reading.criterion, false);
    switch (reading.judgement.why) {
        case WhyUndecided::decided: return {test.reason, "", ""};
        case WhyUndecided::no_models: return say("undecided.no_models");
        case WhyUndecided::unknown_number: return say("undecided.unknown_number");
        case WhyUndecided::statement:
            return say("undecided.statement", {{"statement", note_words(context, reading.read.claim.statement)}});
        case WhyUndecided::no_distribution: return say("undecided.no_distribution", {{"p", p}});
        case WhyUndecided::neither_likely_enough: return say("undecided.neither", {{"bound", bound}, {"p", p}});
        case WhyUndecided::too_few_quantiles: return say("undecided.too_few_quantiles", {{"p", p}});
        case WhyUndecided::no_comparison: return say("undecided.no_comparison");
        case WhyUndecided::too_few_compared: return say("undecided.too_few_compared");
        case WhyUndecided::joint_errors_not_known: return say("undecided.joint_errors");
    }
    return {test.reason, "", ""};
}

/// One sentence after another, in each language.
LocalText followed_by(const LocalText& first, const LocalText& second) {
    const auto both = [&](std::string_view language) {
        return in_language(first, language) + ' ' + in_language(second, language);
    };
    return {both("en"), both("kk"), both("ru")};
}

}  // namespace

LocalText undecided_because(const ReportContext& context, const JudgedTest& test) {
    if (test.result != TestResult::undecided) return {};
    return reason_for(context, test, test.quantity.empty() ? TestReading{} : read_again(context, test));
}

LocalText test_sentence(const ReportContext& context, const JudgedTest& test) {
    const bool asked = !test.quantity.empty();
    const TestReading reading = asked ? read_again(context, test) : TestReading{};
    const auto number = found(context, test, reading);
    if (test.result == TestResult::undecided) {
        const LocalText because = reason_for(context, test, reading);
        if (!asked) return context.messages.say("sentence.unheard", {{"reason", because}});
        const LocalText subject = number ? *number : quantity_of(context, test, reading.claim);
        return context.messages.say("sentence.undecided", {{"found", subject}, {"reason", because}});
    }
    const bool passed = test.result == TestResult::passed;
    const LocalText subject = number ? *number : quantity_of(context, test, reading.claim);
    const LocalText sentence =
        context.messages.say(passed ? "sentence.passed" : "sentence.failed",
                             {{"found", subject}, {"criterion", bound_in_words(context, reading.criterion, !passed)}});
    return passed || test.opposite_means.en.empty() ? sentence : followed_by(sentence, test.opposite_means);
}

}  // namespace tarazy
