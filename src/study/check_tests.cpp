#include "study/check_tests.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/method.hpp"
#include "study/quantity_form.hpp"
#include "study/quantity_hint.hpp"
#include "study/run.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

class TestChecker {
public:
    TestChecker(const StudyFile& study, Methods methods, StudyProblems& problems) : study_(study), problems_(problems) {
        const StudyFrame frame = study_frame(study);
        for (const StudyAnalysis& analysis : study.analyses) {
            const Method& method = *find_method(methods, analysis.method.text);
            methods_[analysis.id.text] = &method;
            if (method.quantities != nullptr)
                forms_[analysis.id.text] = method.quantities(plan_analysis(study, analysis, frame, method));
        }
    }

    void check() {
        for (const StudyProposition& proposition : study_.propositions) {
            for (const DeclaredTest& test : proposition.tests) check_test(test);
            check_condition(proposition);
        }
    }

private:
    const QuantityForm* form_of(const DeclaredTest& test) const {
        const auto forms = forms_.find(test.analysis.text);
        return forms == forms_.end() ? nullptr : fitting_form(forms->second, test.quantity.text);
    }

    void check_test(const DeclaredTest& test) {
        check_relative(test);
        const auto forms = forms_.find(test.analysis.text);
        if (forms == forms_.end()) return;  // the method does not tell beforehand
        const QuantityForm* form = fitting_form(forms->second, test.quantity.text);
        const std::string prefix = test.analysis.text + '.';
        if (form == nullptr && test.quantity.text.starts_with(prefix) &&
            fitting_form(forms->second, test.quantity.text.substr(prefix.size())) != nullptr) {
            problems_.problem(test.quantity.place,
                              "the quantity '" + test.quantity.text + "' begins with the analysis' id",
                              "write '" + test.quantity.text.substr(prefix.size()) + "'");
            return;
        }
        if (form == nullptr) {
            problems_.problem(
                test.quantity.place,
                "the analysis '" + test.analysis.text + "' will have no result '" + test.quantity.text + "'",
                quantity_hint(test.quantity.text, forms->second));
            return;
        }
        check_probability(test, *form);
    }

    void check_probability(const DeclaredTest& test, const QuantityForm& form) {
        const Criterion& criterion = test.criterion;
        if (criterion.relation == Relation::contains) return;
        const bool exact = criterion.relation == Relation::equal;
        if (form.uncertain && !criterion.probability) {
            problems_.problem(
                test.criterion_text.place,
                "'" + test.quantity.text + "' is uncertain, and the test \"" + test.criterion_text.text +
                    "\" does not say how sure one has to be",
                exact ? "write for example \"between a and b with probability 0.9\""
                      : "write \"" + test.criterion_text.text + " with probability 0.9\", or another probability");
        } else if (!form.uncertain && criterion.probability) {
            problems_.warning(test.criterion_text.place,
                              "'" + test.quantity.text +
                                  "' will carry no interval, so that a test with a probability "
                                  "stays undecided",
                              "leave out \"with probability " + probability_text(test) + "\"");
        }
    }

    static std::string probability_text(const DeclaredTest& test) {
        return test.criterion_text.text.substr(test.criterion_text.text.rfind(' ') + 1);
    }

    void check_relative(const DeclaredTest& test) {
        check_rank_named(test);
        if (test.criterion.scale == Scale::number || !methods_.at(test.analysis.text)->needs_focus) return;
        if (study_.comparison.size() >= ComparisonPasses::least_states) return check_rank(test);
        problems_.problem(test.criterion_text.place,
                          "the test \"" + test.criterion_text.text +
                              "\" is relative to comparison states, of which the "
                              "study has " +
                              std::to_string(study_.comparison.size()),
                          "name three or more in [study]: comparison = [\"UZB\", \"KGZ\", \"TJK\"]");
    }

    /// Where the state stands is asked by the comparison, so that what it is compared with is seen.
    void check_rank_named(const DeclaredTest& test) {
        for (const Scale scale : {Scale::standing, Scale::rank}) {
            if (test.quantity.text.find(quantity_prefix(scale)) == std::string::npos) continue;
            problems_.problem(test.quantity.place,
                              "a test names '" + test.quantity.text + "' instead of the number that is compared",
                              "leave out '" + std::string(quantity_prefix(scale)) +
                                  "' and compare \"above the median of comparison\" or \"rank <= 3 of comparison\"");
        }
    }

    /// A rank that every state has, or none can have, is no test.
    void check_rank(const DeclaredTest& test) {
        const Criterion& c = test.criterion;
        const auto last = static_cast<double>(study_.comparison.size()) + 1;
        const bool always =
            (c.relation == Relation::at_most && c.bound >= last) || (c.relation == Relation::less && c.bound > last) ||
            (c.relation == Relation::at_least && c.bound <= 1) || (c.relation == Relation::greater && c.bound < 1);
        const bool never = (c.relation == Relation::at_most && c.bound < 1) ||
                           (c.relation == Relation::less && c.bound <= 1) ||
                           (c.relation == Relation::at_least && c.bound > last) ||
                           (c.relation == Relation::greater && c.bound >= last);
        if (c.scale != Scale::rank || !(always || never)) return;
        problems_.problem(test.criterion_text.place,
                          "the test \"" + test.criterion_text.text + "\" cannot " + (always ? "fail" : "pass") +
                              ": ranks go from 1 to " + number_text(last),
                          "ask for example \"rank <= 3 of comparison\"");
    }

    /// The years a test speaks of: its window, or the year that its quantity ends with.
    std::string years_of(const DeclaredTest& test) const {
        const QuantityForm* form = form_of(test);
        if (form == nullptr) return "";
        return form->window.empty() && form->text.ends_with(".<year>")
                   ? test.quantity.text.substr(test.quantity.text.rfind('.') + 1)
                   : form->window;
    }

    void check_condition(const StudyProposition& proposition) {
        const auto has = [&](TestPart part) {
            return std::ranges::find(proposition.tests, part, &DeclaredTest::part) != proposition.tests.end();
        };
        if (!has(TestPart::premise) && !has(TestPart::consequence)) return;
        const std::string name = "the conditional proposition '" + proposition.id.text + "'";
        if (has(TestPart::plain))
            problems_.problem(proposition.id.place, name + " has [[proposition.test]] beside 'if' and 'then'",
                              "say of each test whether it is premise or consequence");
        else if (!has(TestPart::premise))
            problems_.problem(proposition.id.place, name + " has [[proposition.then]] without [[proposition.if]]",
                              "add the premise, or write [[proposition.test]]");
        else if (!has(TestPart::consequence))
            problems_.problem(proposition.id.place, name + " has [[proposition.if]] without [[proposition.then]]",
                              "add what should follow");
        else
            check_windows(proposition, name);
    }

    /// What is to follow can be looked for only where the premise was.
    void check_windows(const StudyProposition& proposition, const std::string& name) {
        std::set<std::string> premises;
        for (const DeclaredTest& test : proposition.tests)
            if (test.part == TestPart::premise && !years_of(test).empty()) premises.insert(years_of(test));
        if (premises.empty()) return;
        for (const DeclaredTest& test : proposition.tests) {
            const std::string years = years_of(test);
            if (test.part != TestPart::consequence || years.empty() || premises.contains(years)) continue;
            problems_.problem(
                test.quantity.place,
                name + " looks for its consequence in " + years + " and for its premise in " + joined(premises, ", "),
                "test premise and consequence over the same years");
        }
    }

    const StudyFile& study_;
    StudyProblems& problems_;
    std::map<std::string, const Method*> methods_;
    std::map<std::string, std::vector<QuantityForm>> forms_;
};

}  // namespace

void check_tests(const StudyFile& study, Methods methods, StudyProblems& problems) {
    TestChecker(study, methods, problems).check();
}

}  // namespace tarazy
