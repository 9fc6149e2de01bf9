import { Component, type ReactNode } from 'react';

type Props = {
  /** What stands there instead of a part that has thrown. */
  fallback: ReactNode;
  /** Another value than at the throw: worth another try. */
  retryOn?: unknown;
  children: ReactNode;
};

/** Keeps a part that throws while rendering from taking the rest of the page with it. React tells the browser's console. */
export class ErrorBoundary extends Component<Props, { hasThrown: boolean }> {
  override state = { hasThrown: false };

  static getDerivedStateFromError() {
    return { hasThrown: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.hasThrown && before.retryOn !== this.props.retryOn) this.setState({ hasThrown: false });
  }

  override render() {
    return this.state.hasThrown ? this.props.fallback : this.props.children;
  }
}
