package org.oinfo;

import java.util.Locale;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.statistics.surrogate.Surrogate;

/**
 * Analyses of more than the correlation matrix, and what each needs of the estimate. They check it themselves when they begin; who
 * knows the analysis before the data may {@link #check} it before anything is read.
 */
public enum Needs {
    /** {@link Statistics#nullTest}. */
    NULL_TEST("a null test needs"),
    /** {@link Statistics#nullTest} against a tree. */
    TREE_TEST("a test against a tree needs"),
    /** {@link Statistics#bootstrap}. */
    BOOTSTRAP("a bootstrap needs"),
    /** {@link Statistics#resample}, which needs no samples. */
    RESAMPLING("resampling needs"),
    /** {@link Statistics#curve}. */
    CURVE("a curve needs"),
    /** {@link Comparisons}. */
    COMPARISON("a comparison needs"),
    /** {@link NpletAnalysis#subsets}. */
    SUBSETS("all subsets need"),
    /** {@link NpletAnalysis#gradientsOfCorrelations}. */
    CORRELATION_GRADIENTS("derivatives by correlations need"),
    /** {@link NpletAnalysis#local}. */
    LOCAL("local measures need"),
    /** {@link TargetAnalysis}. */
    TARGET("information about a target needs"),
    /** {@link DynamicAnalysis}. */
    DYNAMICS("the dynamics of series need");

    private final String needs;

    Needs(String needs) {
        this.needs = needs;
    }

    /** What a null test with surrogates of a kind needs. */
    public static Needs of(Surrogate kind) {
        return kind == Surrogate.TREE ? TREE_TEST : NULL_TEST;
    }

    /**
     * Refuses an estimate that the analysis cannot be made of.
     *
     * @throws BadInputException the estimator has no correlations, there is shrinkage, or ties are ranked in a way that does not fit
     */
    public void check(EstimateOptions how) {
        checkCorrelations(how);
        if (how.shrinkage() != Shrinkage.NONE) {
            throw new BadInputException(
                    needs + " the plain correlation matrix: found shrinkage " + text(how.shrinkage()),
                    "choose {}",
                    Setting.NO_SHRINKAGE);
        }
        checkTies(how);
    }

    /**
     * Refuses an estimator that has no correlations, whatever they are; of a target nearest neighbours are good, too.
     *
     * @throws BadInputException it is discrete or knn
     */
    public void checkCorrelations(EstimateOptions how) {
        boolean neighbours = this == TARGET && how.estimator() == Estimator.KNN;
        if (!how.estimator().correlates() && !neighbours) {
            throw new BadInputException(
                    needs + " the estimator copula" + (this == TARGET ? ", gaussian or knn" : " or gaussian")
                            + ": found " + how.estimator().text(),
                    "choose another {}",
                    Setting.ESTIMATOR);
        }
    }

    private void checkTies(EstimateOptions how) {
        if (this == NULL_TEST && how.ties() == Ties.ORDINAL) {
            throw new BadInputException(
                    needs + " average or random ties: ordinal ones rank equal values by sample order, which makes"
                            + " independent columns look redundant beside their surrogates",
                    "choose {}",
                    Setting.AVERAGE_TIES);
        }
        boolean ranksAnew = this == BOOTSTRAP || this == CURVE || this == TREE_TEST || this == COMPARISON;
        if (ranksAnew && how.ties() != Ties.AVERAGE && how.estimator() == Estimator.COPULA) {
            throw new BadInputException(
                    needs + " average ties, by which it ranks the samples that it takes: found " + text(how.ties()),
                    "choose {}",
                    Setting.AVERAGE_TIES);
        }
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal of a covariance. */
    BadInputException samplesMissing() {
        return new BadInputException(
                needs + " the samples themselves: found a covariance; give the samples it was estimated from");
    }
}
