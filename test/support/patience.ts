/** What a view loads by itself comes when it comes: a machine that is busy is no fault of the view. */
import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 15_000 });
